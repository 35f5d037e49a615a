"""An import in preparation, as it is kept by a process of its own.

What is here runs in that process, beside the file's rows and the draft, and knows neither window
nor database; `services/prepare_import.py` is the program's end. The process starts with each
import: what is imported here is kept small.
"""
