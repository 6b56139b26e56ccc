// Mozilla Readability on jsdom over a folder of pages: processor seconds of one round after a few pages to warm up.
const fs = require('fs');
const path = require('path');
const { JSDOM, VirtualConsole } = require('jsdom');
const { Readability } = require('@mozilla/readability');

const folder = process.argv[2];
const pages = fs.readdirSync(folder).sort().map(name => fs.readFileSync(path.join(folder, name), 'utf8'));
const quiet = new VirtualConsole();
function read(html) {
  const dom = new JSDOM(html, { url: 'https://page.example/', virtualConsole: quiet });
  new Readability(dom.window.document).parse();
  dom.window.close();
}
pages.slice(0, 3).forEach(read);
const before = process.cpuUsage();
pages.forEach(read);
const used = process.cpuUsage(before);
const version = require('@mozilla/readability/package.json').version;
console.log(`Mozilla Readability ${version} on jsdom ${require('jsdom/package.json').version} | ${(pages.length / ((used.user + used.system) / 1e6)).toFixed(1)}`);
