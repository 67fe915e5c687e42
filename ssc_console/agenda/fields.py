"""The one table of what an agenda can say: the checks, the JSON Schema and the docs page come from it."""

from enum import Enum, auto

from ssc_console.show.rundown import AtEnd, Kind
from ssc_console.show.value import field, value


class Type(Enum):
    """What may stand after a key; `values.py` reads each, `schema.py` and `page.py` describe each."""

    TEXT = auto()
    LONG_TEXT = auto()
    ID = auto()
    CUE_ID = auto()
    PERSON = auto()
    PERSONS = auto()
    DATE = auto()
    TIME = auto()
    DURATION = auto()
    DURATION_OR_MEDIA = auto()
    ZONE = auto()
    KIND = auto()
    ADVANCE = auto()
    ROLL = auto()
    AT_END = auto()
    MOMENT = auto()
    FLAG = auto()
    PRIORITY = auto()
    ACTIONS = auto()
    FILE = auto()
    LINK = auto()
    TEXTS = auto()
    EVENT = auto()
    PEOPLE = auto()
    SESSIONS = auto()
    SEGMENTS = auto()
    CUES = auto()
    PUBLICATION = auto()
    FALLBACK = auto()


KINDS = tuple(kind.value for kind in Kind)
ADVANCES = ("manual", "auto")
ROLLS = ("by itself", "by hand")
AT_ENDS = tuple(each.value for each in AtEnd)


@value
class Field:
    """A key of the agenda.

    Attributes:
        meaning: For staff: one sentence without its full stop.
        example: What could stand after the key, as YAML; empty where the key opens a part of its own.
        default: What holds where the key is absent, in words; empty for nothing at all.
        required: It must be there and must not be empty.
    """

    key: str
    type: Type
    meaning: str
    example: str = ""
    default: str = ""
    required: bool = False


@value
class Table:
    """The keys of one part of the agenda.

    Attributes:
        name: What a person calls the part, e.g. ``segment``.
        fields: By key (made from `rows`).
        required: The keys that must be there (made from `rows`).
    """

    name: str
    meaning: str
    rows: tuple[Field, ...]
    fields: dict[str, Field] = field(init=False, repr=False)
    required: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", {row.key: row for row in self.rows})
        object.__setattr__(self, "required", tuple(row.key for row in self.rows if row.required))


AGENDA = Table(
    "agenda",
    "The file itself.",
    (
        Field("event", Type.EVENT, "When and where the show is, and what holds for all of it", required=True),
        Field("people", Type.PEOPLE, "Everybody the agenda names, by a short key of your choice"),
        Field("sessions", Type.SESSIONS, "The programme, in the order of the show", required=True),
    ),
)

EVENT = Table(
    "event",
    "The event as a whole.",
    (
        Field(
            "title", Type.TEXT, "The name of the event", "UN Day for South-South Cooperation", required=True
        ),
        Field("date", Type.DATE, "The day on which it starts", "2020-09-14", required=True),
        Field("start", Type.TIME, "When it starts, local time of the event", "10:30", required=True),
        Field(
            "end",
            Type.TIME,
            "The hard out: by then the show must be over. Earlier than `start` means the next day",
            "11:30",
            required=True,
        ),
        Field("timezone", Type.ZONE, "The IANA name of the event's time zone", "Asia/Bangkok", required=True),
        Field(
            "intro",
            Type.DURATION,
            "The moderator's words before each segment, for all segments that don't say otherwise",
            "0:20",
            "no intro",
        ),
        Field(
            "warning",
            Type.DURATION,
            "With how much time left every countdown turns amber (not those of videos)",
            "1:00",
            "1:00, but at most a quarter of the segment",
        ),
        Field(
            "wrap_up",
            Type.DURATION,
            "With how much time left every countdown turns red (not those of videos)",
            "0:30",
            "0:30, but at most an eighth of the segment",
        ),
        Field(
            "messages",
            Type.TEXTS,
            "Lines to the speaker that are ready to be shown, in every segment: one, or a list; keys 1 to 9",
            "[One minute left, Please speak up]",
            "three that come along",
        ),
        Field(
            "wrap_up_message",
            Type.TEXT,
            "What a speaker is shown by itself when the countdown turns red, once",
            "Please come to your closing words",
            "nothing by itself",
        ),
        Field("cues", Type.CUES, "What is to be done around the show as a whole"),
    ),
)

PERSON = Table(
    "person",
    "One person, under a short key that the segments refer to.",
    (
        Field("name", Type.TEXT, "The name as it is shown", "Mr Jorge Chediek", required=True),
        Field("title", Type.TEXT, "The office, as protocol needs it", "Director"),
        Field("organisation", Type.TEXT, "For whom, short", "UNOSSC"),
        Field(
            "timezone",
            Type.ZONE,
            "The IANA name of the time zone where this person sits",
            "America/New_York",
            "that of the event",
        ),
        Field("pronounce", Type.TEXT, "How to say the name, for the moderator", "HOR-heh CHEH-dee-ek"),
        Field("joins", Type.TEXT, "How this person joins: in person, zoom, phone, video …", "zoom"),
    ),
)

SESSION = Table(
    "session",
    "A group of segments.",
    (
        Field("title", Type.TEXT, "The name of the session", "Opening", required=True),
        Field("segments", Type.SEGMENTS, "What is on air, one after the other"),
    ),
)

SEGMENT = Table(
    "segment",
    "One item that is on air by itself.",
    (
        Field("title", Type.TEXT, "The name of the item", "Address", required=True),
        Field(
            "id",
            Type.ID,
            "A name for scripts and reports that stays the same when the title is edited",
            "chediek-address",
            "made from the title",
        ),
        Field("kind", Type.KIND, "What sort of item it is", "address", "other"),
        Field("speaker", Type.PERSON, "Who speaks: a key of `people`", "chediek"),
        Field("speakers", Type.PERSONS, "Who speaks, where they are several, in order", "[china, cambodia]"),
        Field(
            "duration",
            Type.DURATION_OR_MEDIA,
            "Its time, without the intro; needed unless there is `until`",
            "5:00",
        ),
        Field(
            "until",
            Type.TIME,
            "The time of day to which it goes, instead of a duration; then it has no intro",
            "11:05",
        ),
        Field(
            "intro",
            Type.DURATION,
            "The moderator's words before the speaker's clock begins",
            "0:20",
            "that of the event",
        ),
        Field("start", Type.TIME, "Only where it is not to begin earlier than that", "10:45"),
        Field("warning", Type.DURATION, "Its own amber threshold", "0:45", "that of the event"),
        Field("wrap_up", Type.DURATION, "Its own red threshold", "0:20", "that of the event"),
        Field("min_duration", Type.DURATION, "How short it may be made when the show is late", "3:00"),
        Field(
            "priority",
            Type.PRIORITY,
            "Who gives time when the show is late, from 1 to 9: 9 gives first, 1 keeps its time longest",
            "2",
            "5",
        ),
        Field("may_skip", Type.FLAG, "`true`: it may be left out when the show is late", "true", "false"),
        Field(
            "fallback",
            Type.FALLBACK,
            "What is done if its people are not there: words for the moderator, or more (see below)",
        ),
        Field(
            "advance",
            Type.ADVANCE,
            "Whether the next segment is taken by hand or by itself when this one is over",
            "auto",
            "manual",
        ),
        Field("media", Type.FILE, "The file to play, relative to the agenda", "resources/media/video.mp4"),
        Field(
            "roll",
            Type.ROLL,
            "Of a video: whether it rolls when its intro is over, or waits at its first frame for a person",
            "by hand",
            "by itself",
        ),
        Field(
            "at_end",
            Type.AT_END,
            "Of a video that is over: whether its last frame stays, or the holding picture comes",
            "holding picture",
            "hold",
        ),
        Field("publication", Type.PUBLICATION, "What a `kind: launch` launches"),
        Field(
            "messages",
            Type.TEXTS,
            "Lines to its speaker that are ready to be shown, before those of the event",
            "[The slides are stuck]",
        ),
        Field(
            "wrap_up_message",
            Type.TEXT,
            "Its own line that is shown by itself when the countdown turns red",
            "Please introduce the video",
            "that of the event, where somebody speaks",
        ),
        Field("script", Type.LONG_TEXT, "What the moderator says to introduce it", "It is my pleasure to …"),
        Field("notes", Type.LONG_TEXT, "For staff only", "Slides from our side"),
        Field("cues", Type.CUES, "What is to be done around it"),
    ),
)

CUE = Table(
    "cue",
    "One thing to do at a moment.",
    (
        Field(
            "at",
            Type.MOMENT,
            "When: `start` (it is put on air), `begin` (the speaker's clock begins) or `end`, or so long "
            "before or after one of them. For a cue of the event: `start`, `end` or `hard out`",
            "1:00 before end",
            required=True,
        ),
        Field("say", Type.TEXT, "Words for a person; needed unless there is `do`", "Ask for video 1"),
        Field(
            "do",
            Type.ACTIONS,
            "What the console does: one action, or a list of them (see “What a cue can do”); needed unless "
            "there is `say`",
            "lower third",
        ),
        Field(
            "to", Type.TEXT, "Whom it is for: producer, tech, moderator …", "tech", "whoever runs the show"
        ),
        Field("auto", Type.FLAG, "`true`: by itself when due; otherwise a person does it", "true", "false"),
        Field("lead", Type.DURATION, "How long before that it goes to standby", "10s", "10s"),
        Field(
            "confirm",
            Type.FLAG,
            "`true`: what it says has to be so before its segment is put on air. Until somebody has "
            "confirmed it by go, the large button says so",
            "true",
            "false",
        ),
        Field(
            "id",
            Type.CUE_ID,
            "A name for scripts and reports",
            "chediek-name",
            "the segment's id and the cue's place in its list, as in chediek-address/1; of the event, show/1",
        ),
    ),
)

PUBLICATION = Table(
    "publication",
    "What is launched.",
    (
        Field("title", Type.TEXT, "Its title, as on the cover", "Volunteering in our region", required=True),
        Field("series", Type.TEXT, "The series that it belongs to", "South-South in Action"),
        Field("organisations", Type.TEXTS, "Who publishes it: one text, or a list", "[UNV, TICA, UNOSSC]"),
        Field("cover", Type.FILE, "The picture of its cover, relative to the agenda", "resources/cover.svg"),
        Field("link", Type.LINK, "Where it can be read; shown in words and as a QR code", "https://unv.org"),
    ),
)

FALLBACK = Table(
    "fallback",
    "What is done if the people of a segment are not there, by one press; a text alone is its `say`.",
    (
        Field("say", Type.TEXT, "Words for the moderator", "We go on and come back to Ms Hongtong"),
        Field(
            "picture",
            Type.FILE,
            "A slate that the programme shows meanwhile, relative to the agenda; or else a `segment`",
            "resources/slate.png",
        ),
        Field(
            "segment", Type.ID, "The id of the segment that goes on instead; or else a `picture`", "survey"
        ),
    ),
)

TABLES = (AGENDA, EVENT, PERSON, SESSION, SEGMENT, CUE, PUBLICATION, FALLBACK)
