"""The keys of the household file as data: what each holds, how it is read, written back and described."""
