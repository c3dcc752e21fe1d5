"""One action over many records: frozen, rehearsed, worked in chunks, stopped, resumed, undone (design: actions, point 7).

freezing: which records, as they are now.  steps: one chunk inside one frame.  rehearsing: the same, rolled back.
working: the job and the exactly-once.  actions: what a person does with a run.
"""
