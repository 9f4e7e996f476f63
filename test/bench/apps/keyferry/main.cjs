// The built app, which prints when its first screen is there.
const { join } = require('node:path');
require('../say-painted.cjs');
require(join(__dirname, '../../../../out/main/main.cjs'));
