from __future__ import annotations

import errno
import json
import os

import pytest

from app.files.reasons import reason_of, reason_of_syntax
from app.i18n import speaking


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EISDIR, errno.ELOOP,
                                    errno.ENAMETOOLONG, errno.EROFS, errno.EIO])  # fmt: skip
def test_usual_refusals_of_the_system_are_told_in_the_language_spoken(number: int) -> None:
    error = OSError(number, os.strerror(number))
    told = {reason_of(error)}
    for language in ("de", "fr"):
        with speaking(language):
            told.add(reason_of(error))
    assert len(told) == 3
    assert os.strerror(number) not in told


def test_what_is_rare_is_told_in_the_words_of_the_system() -> None:
    assert reason_of(OSError(errno.EPIPE, "Broken pipe")) == "Broken pipe"
    assert reason_of(OSError("odd")) == "odd"


@pytest.mark.parametrize(
    "text",
    ["", "{", "{a:1}", '{"a" 1}', '{"a":}', '{"a":1 "b":2}', "{} {}", '{"a":"\n"}', '{"a":"\\q"}', '{"a":"\\u12"}',
     '{"a":"', '{"a":1,}', "[1,]", "[1 2]", "nul", "'a'"],
)  # fmt: skip
def test_what_is_wrong_with_a_json_text_is_never_told_in_the_words_of_the_reader(text: str) -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    assert reason_of_syntax(caught.value) != caught.value.msg
