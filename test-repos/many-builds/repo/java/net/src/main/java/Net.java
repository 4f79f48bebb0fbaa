final class Net {
    int next(int value) {
        return value + 1;
    }
}
