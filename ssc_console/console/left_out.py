"""A sheet without the files that broke the programme: something is always shown, if less."""

from collections.abc import Collection

from ssc_console.programme.sheet import Sheet
from ssc_console.show.value import replace


def files_of(sheet: Sheet) -> tuple[str, ...]:
    """The files that a programme has to open, those first that are on it."""
    video = None if sheet.video is None else sheet.video.file
    cover = None if sheet.launch is None else sheet.launch.cover
    return tuple(file for file in (video, sheet.picture, cover, sheet.coming) if file is not None)


def without(sheet: Sheet, barred: Collection[str]) -> Sheet:
    """The sheet with these files left out."""
    if sheet.video is not None and sheet.video.file in barred:
        sheet = replace(sheet, video=None)
    if sheet.launch is not None and sheet.launch.cover in barred:
        sheet = replace(sheet, launch=replace(sheet.launch, cover=None))
    if sheet.picture in barred:
        sheet = replace(sheet, picture=None)
    return replace(sheet, coming=None) if sheet.coming in barred else sheet
