"""The rules, a folder a family; GROUPS names the families in the order in which people read them."""

GROUPS = {
    "head": "文首、标题和日期",
    "items": "条目和序号",
    "units": "责任单位",
    "scope": "范围和地名",
    "targets": "指标",
    "language": "文字、标点和数字",
    "tail": "结尾、附件和抄送",
    "years": "与上年和上级比",
    "layout": "版式",
    "draft": "草稿",
    "reading": "读取",
}
