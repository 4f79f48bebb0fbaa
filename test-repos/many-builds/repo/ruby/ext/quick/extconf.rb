require "mkmf"
create_makefile("quick/quick")
