module.exports = require("./build/Release/quick");
