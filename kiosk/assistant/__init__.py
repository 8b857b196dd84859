"""A question becomes an answer: understanding, local answers, the model, tools, privacy."""
