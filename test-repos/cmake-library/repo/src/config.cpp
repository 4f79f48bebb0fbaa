#include "config.hpp"

#include <sstream>
#include <stdexcept>

namespace lantern {

namespace {

std::string trim(const std::string &text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos) {
        return {};
    }
    const auto end = text.find_last_not_of(" \t");
    return text.substr(begin, end - begin + 1);
}

}  // namespace

Config parse_config(const std::string &text)
{
    Config config;
    std::istringstream lines(text);
    std::string line;
    int number = 0;
    while (std::getline(lines, line)) {
        number++;
        line = trim(line);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const auto equals = line.find('=');
        if (equals == std::string::npos) {
            throw std::runtime_error("line " + std::to_string(number) + ": no '='");
        }
        config[trim(line.substr(0, equals))] = trim(line.substr(equals + 1));
    }
    return config;
}

}  // namespace lantern
