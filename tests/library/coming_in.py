"""A small notice as text, made different by its arguments, for the tests of importing."""

_TEXT = """{issuer}
关于印发{year}年为全区妇女儿童办实事项目清单的通知

{code}〔{year}〕{serial}号

各镇人民政府、街道办事处，区政府有关部门：
《{year}年为全区妇女儿童办实事项目清单》已经区政府同意，现印发给你们，请认真组织实施。

{issuer}
{year}年3月{day}日

（此件公开发布）

{year}年为全区妇女儿童办实事项目清单

一、实施适龄妇女健康关爱行动。为{women}名适龄妇女开展“两癌”免费检查。（责任单位：区卫生健康局、区妇联）
二、实施托育服务提质行动。新增普惠托位200个。（责任单位：区卫生健康局、区教育和体育局）
三、实施困境儿童关爱行动。走访慰问困境儿童100人。（责任单位：{units}）
"""


def text(
    place: str = "安平区",
    *,
    year: int = 2025,
    serial: int = 7,
    day: int = 5,
    women: int = 2000,
    units: str = "区民政局",
    issuer: str | None = None,
) -> str:
    """The text of a notice that every reader understands without a doubt."""
    organ = issuer or f"{place}人民政府办公室"
    return _TEXT.format(
        issuer=organ, code=f"{place[0]}政办字", year=year, serial=serial, day=day, women=women, units=units
    )
