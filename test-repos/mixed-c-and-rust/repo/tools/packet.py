#!/usr/bin/env python3
"""Prints a packet in hexadecimal, for trying the server by hand."""

import struct
import sys

sender = int(sys.argv[1])
body = sys.argv[2].encode()
print((struct.pack(">BBHI", 0xBE, 0, len(body), sender) + body).hex())
