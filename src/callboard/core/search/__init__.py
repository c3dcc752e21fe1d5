"""Search: one index over records of every app (index), kept by the worker from the change feed (feed), asked with typing errors
allowed (finding).  What is found is shown only after the record itself was asked whether the actor may see it."""
