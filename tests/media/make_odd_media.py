"""Makes the small odd videos that the tests read, with ffmpeg, which the tests themselves can do without."""

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
PICTURE = ("-f", "lavfi", "-i", "color=c=0x123456:s={size}:r=5:d={length}")
SOUND = ("-f", "lavfi", "-i", "sine=f=220:r=8000:d={length}")
H264 = ("-c:v", "libx264", "-preset", "veryslow", "-crf", "40", "-pix_fmt", "yuv420p")
AAC = ("-c:a", "aac", "-b:a", "8k")


def ffmpeg(name: str, *arguments: str, length: float = 2, size: str = "320x180") -> Path:
    """Make one file."""
    given = [each.format(length=length, size=size) for each in arguments]
    subprocess.run(["ffmpeg", "-y", "-loglevel", "error", *given, "-bitexact", str(HERE / name)], check=True)
    return HERE / name


def main() -> None:
    """All of them."""
    whole = ffmpeg("whole.mp4", *PICTURE, *SOUND, *H264, *AAC, "-movflags", "+faststart").read_bytes()
    ffmpeg("silent.mp4", *PICTURE, *H264)
    ffmpeg("sound-only.mp4", *SOUND, *AAC)
    ffmpeg("four-k.mp4", *PICTURE, *H264, length=0.4, size="3840x2160")
    ffmpeg("still.png", *PICTURE, "-frames:v", "1")
    (HERE / "still.png").rename(HERE / "still-picture.mp4")
    ffmpeg("no-length.mp4", *PICTURE, "-t", "0", *H264)
    (HERE / "empty.mp4").write_bytes(b"")
    (HERE / "text.mp4").write_text("Please find the video under this link.\n", encoding="utf-8")
    (HERE / "web-page.mp4").write_text(
        "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n", encoding="utf-8"
    )
    (HERE / "cut.mp4").write_bytes(whole[: len(whole) * 2 // 3])  # what it holds comes first
    moving = ("-f", "lavfi", "-i", "testsrc=size={size}:rate=5:duration={length}")
    film = ffmpeg("film.mp4", *moving, *H264, "-g", "5", "-movflags", "+faststart", length=6, size="96x54")
    data = film.read_bytes()
    film.unlink()
    (HERE / "half.mp4").write_bytes(data[: len(data) * 6 // 10])
    moov_last = ffmpeg("moov-last.mp4", *PICTURE, *SOUND, *H264, *AAC)
    data = moov_last.read_bytes()
    moov_last.unlink()
    (HERE / "without-moov.mp4").write_bytes(data[: data.index(b"moov") - 4])
    (HERE / "noise.mp4").write_bytes(bytes(17 * number * number % 251 for number in range(4096)))


if __name__ == "__main__":
    main()
