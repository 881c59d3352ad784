"""Words, expressions and labels looked for on the screen."""
