public func quick(_ value: Int) -> Int {
    return value + 1
}
