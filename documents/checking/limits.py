"""The limits under which a process works on a template that anybody may have written."""

import resource

# Bytes of memory, seconds of work, open files; it may write no file at all.
_LIMITS = {
    resource.RLIMIT_AS: 1024 * 1024 * 1024,
    resource.RLIMIT_CPU: 3,
    resource.RLIMIT_NOFILE: 64,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}


def limit_this_process() -> None:
    """Limit the memory, the work and the files of this process, for good."""
    for what, limit in _LIMITS.items():
        resource.setrlimit(what, (limit, limit))
