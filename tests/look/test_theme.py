import pytest

from ssc_console.look import theme

READABLE = 4.5
FAR_AWAY = 7
GROUNDS = ("background", "panel", "sunken", "raised", "accent_fill", "amber_fill", "red_fill")
ON_ANY_GROUND = [(ink, ground) for ink in ("text", "text_dim", "text_faint") for ground in GROUNDS]
PAIRS = [
    *ON_ANY_GROUND,
    *(
        (ink, ground)
        for ink in ("amber", "red", "green", "accent")
        for ground in ("background", "panel", "raised")
    ),
    *((ink, "sunken") for ink in ("amber", "red", "green")),
    ("amber", "amber_fill"),
    ("red", "red_fill"),
    ("green", "green_fill"),
    ("accent", "accent_fill"),
    ("amber", "accent_fill"),
    ("red", "accent_fill"),
    ("text", "raised_hover"),
    ("text_dim", "raised_hover"),
    ("on_amber", "amber"),
    ("on_green", "green"),
    ("on_red", "red_strong"),
    ("on_red_bright", "red"),
    ("button_text", "button"),
    ("button_dim", "button"),
    ("button_text", "button_hover"),
    ("button_dim", "button_hover"),
    ("live", "live_fill"),
    ("violet_text", "violet_fill"),
    ("button_text", "violet_fill"),
    ("teal_text", "teal_fill"),
    ("button_text", "teal_fill"),
    ("button_dim", "violet_fill"),
    ("button_dim", "teal_fill"),
]


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_all_text_can_be_read_on_its_ground(name: str, ink: str, ground: str) -> None:
    look = theme.load(name)
    assert theme.contrast(getattr(look, ink), getattr(look, ground)) >= READABLE


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "background"),
        ("text_dim", "background"),  # in the introduction
        ("accent", "background"),  # held, on the speaker's screen
        ("amber", "background"),
        ("red", "background"),
        ("on_red", "red_strong"),
    ],
)
def test_the_countdown_stands_out_in_every_phase(name: str, ink: str, ground: str) -> None:
    look = theme.load(name)
    assert theme.contrast(getattr(look, ink), getattr(look, ground)) >= FAR_AWAY


def test_black_on_white_has_the_greatest_contrast() -> None:
    look = theme.load("contrast")
    assert round(theme.contrast(look.on_amber, look.text), 2) == 21


def test_a_theme_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(ValueError, match="dark, light, contrast"):
        theme.load("neon")
