"""How many tokens a text costs, roughly: enough to bound a prompt, not to write a bill."""

_LATIN_LETTERS_A_TOKEN = 4
_OTHER_LETTERS_A_TOKEN = 1.5


def estimated_tokens(text: str) -> int:
    """Tokens of a text, rather too many than too few.

    OpenAI's rule of thumb is four characters of English a token; scripts other than Latin take
    more tokens for the same number of characters, Chinese nearly one for each.
    """
    plain = sum(map(str.isascii, text))
    return int(plain / _LATIN_LETTERS_A_TOKEN + (len(text) - plain) / _OTHER_LETTERS_A_TOKEN) + 1
