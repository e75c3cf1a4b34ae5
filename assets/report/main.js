// SPDX-License-Identifier: MIT
'use strict';
function foot() {
  const runs = data.kind === 'runs' ? data.replications * data.scenarios.length : data.runs.ok + data.runs.failed;
  return element('footer', {}, words('foot', data.date, data.seed, runs, data.version), ' ', words('foot_trust'));
}

function show(chosen) {
  language = chosen;
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  dropCharts();
  const page = document.getElementById('page');
  const pages = {runs: runsPage, study: studyPage, search: searchPage};
  page.replaceChildren(...pages[data.kind](), foot());
  document.title = page.querySelector('h1').textContent;
  for (const button of document.querySelectorAll('#languages button')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === chosen));
  }
  drawCharts();
}

for (const [code, name] of [['zh', '中文'], ['en', 'English']]) {
  const button = element('button', {type: 'button', 'data-language': code}, name);
  button.addEventListener('click', () => show(code));
  document.getElementById('languages').append(button);
}
// Paper is narrower than a window: charts are drawn again for its width.
function setPrinting(isPrinting) {
  document.body.classList.toggle('printing', isPrinting);
  refit();
}
window.addEventListener('beforeprint', () => setPrinting(true));
window.addEventListener('afterprint', () => setPrinting(false));
window.addEventListener('resize', () => { if (!document.body.classList.contains('printing')) refit(); });
const asked = new URLSearchParams(location.hash.slice(1)).get('lang');
show(asked === 'zh' || asked === 'en' ? asked : language);
