"""What a file is that has the name of a video and is none: people rename, web sites answer with a page."""

_HEAD = 4096
_MARKS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"Rar!", "an archive"),
    (b"version https://git-lfs", "a pointer to a file that was not fetched"),
)


def what_it_is(path: str) -> str | None:
    """In words, with its article; None: it is not one of those that are known by their beginning."""
    with open(path, "rb") as file:
        head = file.read(_HEAD)
    for mark, words in _MARKS:
        if head.startswith(mark):
            return words
    if b"\x00" in head:
        return None
    try:
        text = head.decode("utf-8", "strict" if len(head) < _HEAD else "ignore")
    except UnicodeDecodeError:
        return None
    start = text.lstrip("\ufeff \t\r\n").lower()
    return "a web page" if start.startswith(("<!doctype html", "<html")) else "a text"
