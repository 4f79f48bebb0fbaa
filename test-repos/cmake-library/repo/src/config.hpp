#pragma once

#include <map>
#include <string>

namespace lantern {

/// Settings by name, as the file gives them.
using Config = std::map<std::string, std::string>;

/// Parses lines of `name = value`; throws std::runtime_error with the line.
Config parse_config(const std::string &text);

}  // namespace lantern
