import PackageDescription

let package = Package(name: "Quick", targets: [.target(name: "Quick")])
