"""Grammars, one folder a language: small named rules that turn words into expression trees.

How to add a rule or a word is told in docs/temporal-grammar.md.
"""
