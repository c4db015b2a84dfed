"""The temporal tagger: finds the phrases of a text that tell a time and resolves them against their context.

It knows neither spaCy nor Qt: text and tokens come in, `TimeExpression` records go out.
"""
