// Measures wink-nlp and compromise on the reports of a JSON file: processor seconds of the best of several rounds, after one to warm up.
'use strict';
const fs = require('fs');
const path = require('path');
const reports = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const version = (name) => JSON.parse(fs.readFileSync(path.join(__dirname, 'node_modules', name, 'package.json'), 'utf8')).version;

function best(rounds, read) {
  let least = Infinity;
  for (let i = 0; i < rounds; i++) {
    const before = process.cpuUsage();
    for (const report of reports) read(report);
    const used = process.cpuUsage(before);
    least = Math.min(least, (used.user + used.system) / 1e6);
  }
  return least;
}

const results = [];
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner']);
results.push({
  name: `wink-nlp ${version('wink-nlp')} with wink-eng-lite-web-model ${version('wink-eng-lite-web-model')}`,
  gives: 'sentences, tokens, parts of speech, entities by pattern (dates, numbers, links); no lemmas asked for, no parse, no names of persons',
  seconds: best(4, (text) => { const doc = nlp.readDoc(text); doc.tokens().length(); doc.entities().length(); }),
});
const compromise = require('compromise');
results.push({
  name: `compromise ${version('compromise')}`,
  gives: 'sentences, tokens, tags with names; no parse',
  seconds: best(2, (text) => compromise(text).length),
});
console.log(JSON.stringify(results));
