
// Adds to a page that reads without it: the source pane, filters, "without report" and keys. Nothing is fetched, stored or evaluated; text is put in as text nodes.
(() => {
  'use strict';
  const byId = id => document.getElementById(id);
  const pane = byId('pane'), paneText = byId('pane-text'), paneName = byId('pane-name'), paneOpen = byId('pane-open');
  const tools = byId('tools'), form = byId('filter'), said = byId('said');
  const lines = [...document.querySelectorAll('.line')];
  let opener = null, current = -1;

  const show = link => {
    const sentence = byId(link.hash.slice(1));
    if (!sentence || !sentence.classList.contains('s')) return false;
    const paragraph = sentence.parentElement.cloneNode(true);
    for (const part of paragraph.querySelectorAll('.s')) {
      part.classList.toggle('lit', part.id === sentence.id);
      part.removeAttribute('id');
    }
    for (const part of paragraph.querySelectorAll('[id]')) part.removeAttribute('id');
    for (const number of paragraph.querySelectorAll('a.sn')) {
      const plain = document.createElement('span');
      plain.className = 'sn';
      plain.textContent = [...number.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join('');
      number.replaceWith(plain);
    }
    const heading = sentence.closest('.report').querySelector('h3');
    paneName.textContent = heading.textContent.trim();
    paneOpen.href = link.hash;
    paneText.replaceChildren(paragraph);
    pane.hidden = false;
    document.body.classList.add('paned');
    opener = link;
    pane.scrollTop = 0;
    pane.focus({ preventScroll: true });
    const lit = paneText.querySelector('.lit');
    if (lit && pane.scrollHeight > pane.clientHeight) lit.scrollIntoView({ block: 'nearest' });
    return true;
  };

  const close = () => {
    if (pane.hidden) return false;
    pane.hidden = true;
    document.body.classList.remove('paned');
    if (opener) opener.focus({ preventScroll: true });
    return true;
  };

  document.addEventListener('click', event => {
    const link = event.target.closest('a.ref');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && show(link)) event.preventDefault();
    else if (event.target.closest('#pane-open')) close();
  });
  byId('pane-close').addEventListener('click', close);

  const has = (list, value) => list !== undefined && list.split(' ').includes(value);

  const stands = (line, without) => {
    if (without.length === 0) return true;
    if (line.dataset.o) {
      const left = line.dataset.o.split(' ').filter(pair => !without.includes(pair.split(':')[0]));
      const origins = new Set(left.map(pair => pair.split(':')[1]));
      return left.length > 0 && (line.dataset.two !== '1' || origins.size > 1);
    }
    const reports = (line.dataset.r || '').split(' ').filter(report => report !== '');
    return reports.length === 0 || reports.some(report => !without.includes(report));
  };

  const apply = () => {
    const data = new FormData(form);
    const words = (data.get('q') || '').trim().toLowerCase(), report = data.get('r'), speaker = data.get('s'), stance = data.get('t');
    const from = data.get('from'), to = data.get('to'), without = data.getAll('w');
    let shown = 0, gone = 0;
    for (const line of lines) {
      const date = line.dataset.d;
      const fits = (!words || line.textContent.toLowerCase().includes(words)) && (!report || has(line.dataset.r, report))
        && (!speaker || line.dataset.s === speaker) && (!stance || line.dataset.t === stance)
        && (!(from || to) || (date !== undefined && (!from || date >= from.slice(0, date.length)) && (!to || date.slice(0, 10) <= to)));
      const falls = !stands(line, without);
      line.hidden = !fits;
      line.classList.toggle('gone', falls);
      shown += fits ? 1 : 0;
      gone += fits && falls ? 1 : 0;
    }
    byId('count').value = shown === lines.length && gone === 0 ? '' : `${shown} of ${lines.length} lines shown` + (gone > 0 ? `, ${gone} no longer stand` : '');
  };

  const move = step => {
    const visible = lines.filter(line => !line.hidden && line.offsetParent !== null);
    if (visible.length === 0) return;
    const at = visible.indexOf(lines[current]);
    const next = visible[Math.min(visible.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : visible.length - 1) : at + step))];
    if (current >= 0) lines[current].classList.remove('here');
    current = lines.indexOf(next);
    next.classList.add('here');
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
    if (next.id) history.replaceState(null, '', '#' + next.id);
    if (!pane.hidden) {
      const link = next.querySelector('a.ref');
      if (link) { show(link); next.focus({ preventScroll: true }); opener = next; }
    }
  };

  const openTools = () => { tools.open = true; tools.scrollIntoView({ block: 'nearest' }); };
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    o: () => { const link = current >= 0 && lines[current].querySelector('a.ref'); if (link) show(link); },
    '/': () => { openTools(); form.elements.q.focus(); },
    '?': () => { openTools(); said.textContent = 'Keys: j next line, k previous, o open its sentence, slash filter, escape close.'; tools.querySelector('summary').focus(); },
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') { if (close()) event.preventDefault(); return; }
    if (event.target.closest('input, select, textarea') || !form || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  if (tools) {
    tools.hidden = false;
    form.addEventListener('input', apply);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(apply));
  }
})();
