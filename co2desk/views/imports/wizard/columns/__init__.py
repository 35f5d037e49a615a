"""The parts of step 2: columns onto fields, words onto values, and what is remembered of both."""
