"""The desk 拟稿台: the drafter's pages in the browser, over the same functions as the commands.

app.py        the web application: its routes, its limits, how trouble is told
entry.py      who may come in: the word of a start, the password of a network
guard.py      what every request and answer must keep: host, origin, token, policy
serving.py    the server on this machine, its address, the browser
asking.py     questions to the library, one at a time in a thread of its own
routes/       one module a page: what it shows and what it sends
pages/        the pages as templates; static/ their style and scripts
"""
