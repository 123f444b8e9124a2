"""Settings of the module → clients, and which call goes where.

``settings``, ``kinds`` of API, ``addresses``, ``proxies``, ``sessions``, ``variables`` of the environment, with what is
``assigned``, assigned ``again`` and ``reading``. Who makes the clients: ``instances`` one for a file, or where the
settings of a program have their ``homes`` (``sites`` of settings and calls, what is ``unfit``, ``entries``,
``families`` of classes, ``conditions`` of settings, ``environs``, ``mocked`` calls, whether a call is ``interrupted``,
``links`` between files, their ``client_imports`` and ``client_text``); ``clients``, ``makers`` and ``placed`` one for a
call, by a function of which no other file has ``copies``, if ``importing`` it is the same. ``program`` sees the files
together; ``configuration`` and ``outside``: what decides where calls go, in files that stay and outside of Python.
"""
