"""Makes the stand-ins for the video messages, as long as the plan says, with ffmpeg and its libx264.

Qt paints the frames, in our own type and with figures of one width. Run it again after a change of
agenda.yaml's durations: script/make_media.py
"""

import os
import subprocess
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QRectF, Qt  # noqa: E402
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter  # noqa: E402

from ssc_console.look import fonts  # noqa: E402

TARGET = ROOT / "resources/media"
WIDE, HIGH, RATE = 1280, 720, 10
GROUND, PANEL, LINE = QColor("#0d2a46"), QColor("#12365a"), QColor("#2b5f8f")
BRIGHT, DIM, ACCENT = QColor("#eef4fb"), QColor("#a9c1d9"), QColor("#4fb389")
LEFT, EDGE = 96, 1184
MESSAGES = {
    "sg-message.mp4": (180, "Mr António Guterres", "Secretary-General of the United Nations"),
    "unv-message.mp4": (170, "Mr Olivier Adam", "Executive Coordinator, United Nations Volunteers"),
}
TONE = "0.035*sin(2*PI*220*t)*(0.72+0.28*sin(2*PI*t/6))+0.014*sin(2*PI*330*t)*(0.72-0.28*sin(2*PI*t/6))"
"""Two low notes that breathe: to be heard in a sound check, and not to be minded for three minutes."""


def line(painter: QPainter, y: int, size: int, weight: int, ink: QColor, words: str) -> None:
    """One line of text, its upper edge there."""
    painter.setFont(fonts.font(size, weight, tabular=False))
    painter.setPen(ink)
    painter.drawText(QRectF(LEFT, y, EDGE - LEFT, size * 1.4), Qt.AlignmentFlag.AlignLeft, words)


def still(file: str, name: str, office: str) -> QImage:
    """What does not move."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB888)
    image.fill(GROUND)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 560, WIDE, 160), PANEL)
    line(painter, 92, 30, fonts.SEMIBOLD, ACCENT, "Stand-in for the video message of")
    line(painter, 142, 64, fonts.BOLD, BRIGHT, name)
    line(painter, 228, 30, fonts.REGULAR, DIM, office)
    line(painter, 596, 24, fonts.MEDIUM, BRIGHT, "This is not the message itself.")
    line(painter, 634, 24, fonts.REGULAR, DIM, f"Put the message in its place: resources/media/{file}")
    painter.end()
    return image


def moving(ground: QImage, at: float, length: int) -> QImage:
    """One frame: what is left, rounded up like every countdown of the console; it changes once a second."""
    image = ground.copy()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = -int(-(length - at) // 1)
    painter.setFont(fonts.font(150, fonts.BOLD))
    painter.setPen(BRIGHT)
    painter.drawText(
        QRectF(LEFT - 6, 316, 600, 190), Qt.AlignmentFlag.AlignLeft, f"{left // 60}:{left % 60:02}"
    )
    painter.setFont(fonts.font(40, fonts.MEDIUM))
    painter.setPen(DIM)
    painter.drawText(QRectF(452, 422, 400, 60), Qt.AlignmentFlag.AlignLeft, "left")
    painter.fillRect(QRectF(LEFT, 530, EDGE - LEFT, 6), LINE)
    painter.fillRect(QRectF(LEFT, 530, (EDGE - LEFT) * (length - left) / length, 6), ACCENT)
    painter.end()
    return image


def command(path: Path, length: int) -> list[str]:
    """ffmpeg, fed with frames. The sound is a little shorter, so that the picture alone gives the length."""
    heard = length - 0.1
    fade = f"aevalsrc='{TONE}':s=16000:d={heard},afade=t=in:d=1,afade=t=out:st={heard - 1.5}:d=1.5"
    return [
        *("ffmpeg", "-y", "-loglevel", "error"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDE}x{HIGH}", "-r", str(RATE), "-i", "-"),
        *("-f", "lavfi", "-i", fade),
        *("-c:v", "libx264", "-preset", "slower", "-tune", "stillimage", "-crf", "31", "-g", str(RATE * 30)),
        *("-vf", "scale=out_color_matrix=bt709:out_range=tv", "-pix_fmt", "yuv420p", "-profile:v", "main"),
        *("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"),
        *("-c:a", "aac", "-b:a", "8k", "-ac", "1", "-movflags", "+faststart", "-map_metadata", "-1"),
        *("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", str(path)),
    ]


def make(file: str, length: int, name: str, office: str) -> None:
    """One stand-in."""
    ground = still(file, name, office)
    with subprocess.Popen(command(TARGET / file, length), stdin=subprocess.PIPE) as ffmpeg:
        assert ffmpeg.stdin is not None
        for frame in range(length * RATE):
            painted = moving(ground, frame / RATE, length)  # to be kept while its bits are written
            ffmpeg.stdin.write(painted.constBits())
    if ffmpeg.returncode:
        sys.exit(f"{file}: ffmpeg failed")
    print(f"{file}: {(TARGET / file).stat().st_size // 1000} kB")


def main() -> None:
    """Both."""
    application = QGuiApplication([])  # fonts need one
    fonts.install()
    for file, (length, name, office) in MESSAGES.items():
        make(file, length, name, office)
    del application


if __name__ == "__main__":
    main()
