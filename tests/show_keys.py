"""The keys of a SHOW that others rely on, in their order."""

SHOW = (
    *("mode", "status", "now", "revision", "event", "on_air", "next", "planned_end", "projected_end"),
    *("over_under_ms", "to_hard_out_ms", "started_at", "ended_at", "postponed_to", "not_aired_ms"),
    *("message", "message_flashed_at", "can_undo", "can_redo", "catch_up", "reminder", "people", "missing"),
    *("segments", "cues"),
)
EVENT = ("title", "timezone", "start", "hard_out")
ON_AIR = (
    *("id", "title", "kind", "speakers", "taken_at", "begun_at", "intro_remaining_ms", "allotted_ms"),
    *("elapsed_ms", "remaining_ms", "phase", "display", "held", "warning_ms", "wrap_up_ms", "media"),
    "counts_to",
)
SEGMENT = (
    *("id", "state", "planned_start", "planned_end", "projected_start", "projected_end"),
    *("actual_start", "actual_end", "planned_ms", "allotted_ms", "intro_ms"),
)
CUE = ("id", "segment", "state", "due_at", "text", "to")
