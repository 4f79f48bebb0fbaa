from setuptools import Extension, setup

setup(
    name="quick-python",
    ext_modules=[Extension("quick._quick", ["src/" + name for name in ["quick.c"]])],
)
