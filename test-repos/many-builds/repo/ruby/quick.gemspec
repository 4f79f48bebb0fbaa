Gem::Specification.new do |spec|
  spec.name = "quick"
end
