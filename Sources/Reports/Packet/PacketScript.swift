/// What the packet does in the browser: no library, nothing fetched.
///
/// The state stands in the address (`#q=…&outcome=…&id=…&tab=…`), so that a link leads to what was looked at.
enum PacketScript {
  static let text = #"""
    'use strict';
    const read = id => JSON.parse(document.getElementById(id).textContent);
    const words = read('words'), data = read('packet');
    const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const state = { tab: 'list', q: '', outcome: '', filters: {}, id: '' };

    function el(name, attributes = {}, ...children) {
      const node = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
        else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
      }
      node.append(...children.flat().filter(child => child !== null && child !== undefined));
      return node;
    }

    // --- The list

    const rows = data.rows.map((row, index) => ({
      ...row, index,
      text: [row.title, row.id, row.told, row.grade, ...row.filters, ...row.reasons].join('\n').toLowerCase(),
    }));
    const byID = new Map(rows.map(row => [row.id, row]));
    const kinds = { named: 'is-good', selected: 'is-good', shortlisted: 'is-good', ranked: '', pending: 'is-open',
      tie_open: 'is-open', reserve: 'is-open', incomplete: 'is-open' };
    const kind = row => kinds[data.outcomes[row.outcome].code] ?? 'is-bad';
    let shown = rows;

    function matches(row) {
      if (state.outcome && data.outcomes[row.outcome].code !== state.outcome) return false;
      for (const [name, value] of Object.entries(state.filters)) {
        const place = data.filters.findIndex(filter => filter.name === name);
        if (value && row.filters[place] !== value) return false;
      }
      return state.q.toLowerCase().split(/\s+/).every(word => row.text.includes(word));
    }

    // Wide enough for the numbers that there are.
    const digits = Math.min(16, rows.reduce((most, row) => Math.max(most, row.id.length), 4));
    const columns = [
      { name: say('rank'), width: '62px', numeric: true, text: row => row.rank ?? '—' },
      { name: say('name'), width: 'minmax(130px, 2fr)', text: row => row.title },
      { name: say('number'), width: `minmax(${digits * 9 + 24}px, 1fr)`, text: row => row.id },
      { name: say('outcome'), width: 'minmax(110px, 1.2fr)', text: row => row.told, style: kind },
      ...(rows.some(row => row.grade) ? [{ name: say('grade'), width: '76px', text: row => row.grade ?? '' }] : []),
      { name: say('total'), width: '80px', numeric: true, text: row => row.shown ?? '—' },
      ...data.dimensions.map((dimension, place) => ({
        name: dimension.id, title: dimension.name, width: '66px', numeric: true, wide: true,
        text: row => row.marks[place] ?? '' })),
      ...(data.bonus ? [{ name: say('bonus'), width: '62px', numeric: true, wide: true, text: row => row.bonus ?? '' }] : []),
      ...(data.changes ? [{ name: say('last'), width: '100px', wide: true, text: lastYear }] : []),
    ];

    function lastYear(row) {
      if (!row.change || row.change.isNew) return say('new');
      if (row.change.difference === null) return row.change.outcome;
      const n = Math.abs(row.change.difference);
      return row.change.difference > 0 ? say('more', { n }) : row.change.difference < 0 ? say('less', { n }) : say('level');
    }

    const rowHeight = 36;
    let scroll, spacer, counter, listing, split, pane;

    function drawRow(row, usable, place) {
      const cells = usable.map(column => el('div', {
        class: [column.numeric ? 'n' : '', column.style ? column.style(row) : ''].join(' ').trim() || null,
        role: 'cell', title: column.text(row) }, String(column.text(row))));
      return el('div', {
        class: 'grid row', role: 'row', tabindex: 0, 'data-id': row.id, 'aria-selected': row.id === state.id,
        style: `top:${34 + place * rowHeight}px;grid-template-columns:${usable.map(c => c.width).join(' ')}`,
        onclick: () => open(row.id), onkeydown: event => { if (event.key === 'Enter') open(row.id); } }, cells);
    }

    function drawRows(everything = false) {
      const usable = state.id ? columns.filter(column => !column.wide) : columns;
      const first = everything ? 0 : Math.max(0, Math.floor(scroll.scrollTop / rowHeight) - 8);
      const last = everything ? shown.length : Math.min(shown.length, first + Math.ceil(scroll.clientHeight / rowHeight) + 16);
      const head = el('div', { class: 'grid head', role: 'row', style: `grid-template-columns:${usable.map(c => c.width).join(' ')}` },
        usable.map(column => el('div', { class: column.numeric ? 'n' : null, role: 'columnheader', title: column.title }, column.name)));
      spacer.style.height = `${34 + shown.length * rowHeight}px`;
      spacer.replaceChildren(head, ...shown.slice(first, last).map((row, offset) => drawRow(row, usable, first + offset)));
      if (shown.length === 0) spacer.append(el('div', { class: 'empty' }, say('nothing')));
      counter.textContent = say('shown', { n: shown.length, all: rows.length });
    }

    function search() {
      const start = performance.now();
      shown = rows.filter(matches);
      scroll.scrollTop = 0;
      drawRows();
      document.body.dataset.searchMilliseconds = (performance.now() - start).toFixed(1);
      document.body.dataset.shown = shown.length;
      remember();
    }

    function drawList() {
      const box = el('input', { type: 'search', id: 'search', placeholder: say('search'), 'aria-label': say('search'), value: state.q,
        oninput: event => { state.q = event.target.value; search(); } });
      const selects = data.filters.filter(filter => filter.values.length > 1).map(filter => el('select', {
        'aria-label': filter.name, onchange: event => { state.filters[filter.name] = event.target.value; search(); } },
        el('option', { value: '' }, say('filter', { name: filter.name })),
        filter.values.map(value => el('option', { value, selected: state.filters[filter.name] === value }, value))));
      const count = code => rows.filter(row => !code || data.outcomes[row.outcome].code === code).length;
      const chips = [{ code: '', word: say('all') }, ...data.outcomes].map(outcome => el('button', {
        class: 'chip', type: 'button', 'aria-pressed': state.outcome === outcome.code, 'data-outcome': outcome.code,
        onclick: event => {
          state.outcome = outcome.code;
          for (const chip of event.target.parentNode.children) chip.setAttribute('aria-pressed', chip === event.target);
          search();
        } }, `${outcome.word} ${count(outcome.code)}`));
      counter = el('span', { class: 'count', 'aria-live': 'polite' });
      spacer = el('div', { class: 'spacer', role: 'rowgroup', style: 'position:relative' });
      scroll = el('div', { class: 'scroll', role: 'table', 'aria-label': say('list'), onscroll: () => drawRows() }, spacer);
      listing = el('div', { class: 'listing' }, scroll);
      pane = el('div', { class: 'pane' });
      split = el('div', { class: 'split' }, listing, pane);
      const view = el('section', { class: 'browse' }, el('div', { class: 'tools' }, box, selects, counter), el('div', { class: 'chips' }, chips), split);
      queueMicrotask(() => { search(); if (state.id) open(state.id); });
      return view;
    }

    // --- One nominee

    const chunks = new Map();
    function page(row) {
      const number = Math.floor(row.index / data.chunk);
      if (!chunks.has(number)) chunks.set(number, read(`d${number}`));
      const chunk = chunks.get(number);
      return { blocks: chunk.d[row.index % data.chunk], text: place => chunk.s[place] };
    }

    const markKinds = { '✓': 'mark-good', '✗': 'mark-bad', '？': 'mark-open', '?': 'mark-open' };

    function drawBlocks(row) {
      const { blocks, text } = page(row);
      const nodes = [];
      let target = nodes;
      const put = node => { if (Array.isArray(target)) target.push(node); else target.append(node); };
      for (const block of blocks) {
        switch (block[0]) {
          case 1: nodes.push(el('p', { class: 'conclusion' }, text(block[1]))); break;
          case 2:
            target = el('details', { open: '' }, el('summary', {}, text(block[1])));
            nodes.push(target);
            break;
          case 3: put(el('h3', {}, text(block[1]))); break;
          case 4: {
            const [mark, label, said, clause] = block.slice(1).map(text);
            put(el('div', { class: 'item' }, el('span', { class: markKinds[mark] ?? null }, mark),
              el('div', {}, label ? el('b', {}, label) : null, said, clause ? el('span', { class: 'clause' }, clause) : null)));
            break;
          }
          case 5: put(el('p', {}, text(block[1]))); break;
          case 6: put(el('table', {}, el('thead', {}, el('tr', {}, block[1].map(place => el('th', {}, text(place))))),
            el('tbody', {}, block[2].map(cells => el('tr', {}, cells.map(place => el('td', {}, text(place)))))))); break;
        }
      }
      return nodes;
    }

    function open(id) {
      const row = byID.get(id);
      if (!row) return close();
      state.id = id;
      const place = shown.indexOf(row);
      const go = step => { const other = shown[place + step]; if (other) open(other.id); };
      const change = data.changes && row.change && !row.change.isNew
        ? el('p', { class: 'sub' }, `${say('was', { outcome: row.change.outcome })}${row.change.total ? `　${row.change.total}` : ''}　${lastYear(row)}`)
        : data.changes ? el('p', { class: 'sub' }, say('new')) : null;
      pane.replaceChildren(el('article', { id: 'nominee', 'data-id': id, tabindex: -1 },
        el('div', { class: 'bar' },
          el('button', { class: 'plain', type: 'button', disabled: place <= 0 ? '' : null, onclick: () => go(-1) }, say('previous')),
          el('button', { class: 'plain', type: 'button', disabled: place < 0 || place + 1 >= shown.length ? '' : null, onclick: () => go(1) }, say('next')),
          el('button', { class: 'plain', type: 'button', onclick: () => print() }, say('print')),
          el('button', { class: 'plain', type: 'button', onclick: close }, say('close'))),
        el('h1', {}, `${row.title}　${row.id}`), change, drawBlocks(row), radar(row)));
      split.classList.add('open');
      drawRows();
      remember();
    }

    function close() {
      state.id = '';
      pane.replaceChildren();
      split.classList.remove('open');
      drawRows();
      remember();
    }

    // --- The other views

    function drawChanges() {
      const list = (title, lines) => lines.length === 0 ? [] : [el('h2', {}, title), el('ul', {}, lines.map(line => el('li', {}, line)))];
      const moved = rows.filter(row => row.change && (row.change.isNew || !row.change.isSameOutcome || row.change.difference));
      const table = moved.length === 0 ? [el('p', {}, say('noneChanged'))] : [el('table', {},
        el('thead', {}, el('tr', {}, ['name', 'last', 'outcome', 'total'].map(key => el('th', {}, say(key))))),
        el('tbody', {}, moved.map(row => el('tr', {}, el('td', {}, row.title),
          el('td', {}, row.change.isNew ? say('new') : `${row.change.outcome}${row.change.total ? `　${row.change.total}` : ''}`),
          el('td', { class: kind(row) || null }, row.told),
          el('td', {}, `${row.shown ?? '—'}${row.change.isNew || row.change.difference === null ? '' : say('aside', { text: lastYear(row) })}`)))))];
      return el('section', {}, el('h2', {}, say('nominees')), ...table,
        ...list(say('criteriaChanged'), data.changes.criteria),
        ...list(say('gone'), data.changes.gone.map(([title, outcome]) => `${title}　${outcome}`)));
    }

    function drawBasis() {
      return el('section', {}, el('h2', {}, say('files')), el('table', {},
        el('thead', {}, el('tr', {}, el('th', {}, say('name')), el('th', {}, say('fingerprint')))),
        el('tbody', {}, data.fingerprints.map(([name, hash]) => el('tr', {}, el('td', {}, name), el('td', { class: 'hash' }, hash))))));
    }

    // --- The page

    const tabs = [['list', drawList], ['charts', drawCharts], ...(data.changes ? [['changes', drawChanges]] : []), ['basis', drawBasis]];

    function show(tab) {
      state.tab = tab;
      for (const button of document.querySelectorAll('nav button')) button.setAttribute('aria-selected', button.dataset.tab === tab);
      document.querySelector('main').replaceChildren(tabs.find(([name]) => name === tab)[1]());
      remember();
    }

    function remember() {
      const parts = new URLSearchParams();
      if (state.tab !== 'list') parts.set('tab', state.tab);
      if (state.q) parts.set('q', state.q);
      if (state.outcome) parts.set('outcome', state.outcome);
      for (const [name, value] of Object.entries(state.filters)) if (value) parts.set(`f.${name}`, value);
      if (state.id) parts.set('id', state.id);
      history.replaceState(null, '', `#${parts}`);
    }

    function recall() {
      const parts = new URLSearchParams(location.hash.slice(1));
      state.tab = tabs.some(([name]) => name === parts.get('tab')) ? parts.get('tab') : 'list';
      state.q = parts.get('q') ?? '';
      state.outcome = parts.get('outcome') ?? '';
      state.id = parts.get('id') ?? '';
      state.filters = Object.fromEntries([...parts].filter(([name]) => name.startsWith('f.')).map(([name, value]) => [name.slice(2), value]));
    }

    function begin() {
      const s = data.selection;
      const facts = s ? [say('seats', s), ...(s.line === null ? [] : [say('line', s)]), ...(s.minimum === null ? [] : [say('minimum', s)])] : [];
      document.getElementById('app').replaceChildren(
        el('header', {}, el('h1', {}, data.title),
          el('div', { class: 'sub' }, facts.map(fact => el('span', {}, fact)), el('span', { class: 'internal' }, say('internal'))),
          data.warnings.map(warning => el('p', { class: 'warning', role: 'note' }, warning)),
          el('nav', { role: 'tablist' }, tabs.map(([name]) => el('button', { type: 'button', role: 'tab', 'data-tab': name, onclick: () => show(name) }, say(name))))),
        el('main'));
      recall();
      show(state.tab);
    }

    addEventListener('hashchange', () => { recall(); show(state.tab); });
    addEventListener('keydown', event => {
      if (event.key === 'Escape' && state.id) close();
      if (event.key === '/' && document.activeElement?.tagName !== 'INPUT') { event.preventDefault(); document.getElementById('search')?.focus(); }
    });
    addEventListener('beforeprint', () => { if (state.tab === 'list' && !state.id) drawRows(true); });
    addEventListener('afterprint', () => { if (state.tab === 'list') drawRows(); });
    addEventListener('resize', () => { if (state.tab === 'list') drawRows(); });
    addEventListener('DOMContentLoaded', begin);
    """#

  /// Distribution of totals, means by dimension, one nominee's dimensions: SVG, each with its figures as a table.
  static let charts = #"""
    function svg(name, attributes = {}, ...children) {
      const node = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
      node.append(...children.flat());
      return node;
    }
    const label = (x, y, text, more = {}) => svg('text', { x, y, 'font-size': 12, ...more }, String(text));
    const scored = rows.filter(row => row.total !== null);
    const listed = scored.filter(row => ['named', 'selected', 'shortlisted', 'reserve', 'tie_open'].includes(data.outcomes[row.outcome].code));

    function figure(title, picture, header, lines) {
      picture.append(svg('title', {}, title));
      return el('figure', {}, el('figcaption', {}, title), picture, el('details', {}, el('summary', {}, say('table')),
        el('table', {}, el('thead', {}, el('tr', {}, header.map(text => el('th', {}, text)))),
          el('tbody', {}, lines.map(line => el('tr', {}, line.map(cell => el('td', {}, String(cell)))))))));
    }

    function distribution() {
      const totals = scored.map(row => row.total), step = 5;
      const low = Math.floor(Math.min(...totals) / step) * step;
      const high = Math.max(low + step, Math.floor(Math.max(...totals) / step) * step + step);
      const bins = Array.from({ length: (high - low) / step }, (_, place) => ({ from: low + place * step, n: 0 }));
      for (const total of totals) bins[Math.min(bins.length - 1, Math.floor((total - low) / step))].n += 1;
      const most = Math.max(...bins.map(bin => bin.n)), width = 820, height = 320, left = 40, bottom = 34, top = 48;
      const x = total => left + (total - low) / (high - low) * (width - left - 20);
      const y = n => height - bottom - n / most * (height - bottom - top);
      const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' });
      picture.append(svg('line', { x1: left, x2: width - 20, y1: y(0), y2: y(0), stroke: '#8b949e' }));
      for (const bin of bins) {
        const wide = x(bin.from + step) - x(bin.from);
        picture.append(svg('rect', { x: x(bin.from) + 1, y: y(bin.n), width: Math.max(1, wide - 2), height: y(0) - y(bin.n), fill: '#6b93c4' }));
        if (bin.n) picture.append(label(x(bin.from) + wide / 2, y(bin.n) - 5, bin.n, { 'text-anchor': 'middle' }));
        if (wide > 26 || bin.from % 10 === 0) picture.append(label(x(bin.from), height - 14, bin.from, { 'text-anchor': 'middle' }));
      }
      picture.append(label(x(high), height - 14, high, { 'text-anchor': 'middle' }));
      for (const [key, value, color] of [['lineShort', data.selection?.line, '#b3261e'], ['minimumShort', data.selection?.minimum, '#8a5a00']]) {
        if (value === null || value === undefined || value < low || value > high) continue;
        picture.append(svg('line', { x1: x(value), x2: x(value), y1: top - 28, y2: y(0), stroke: color, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' }),
          label(x(value) + (key === 'lineShort' ? 5 : -5), top - 30, `${say(key)} ${value}`, { 'text-anchor': key === 'lineShort' ? 'start' : 'end', style: `fill:${color}` }));
      }
      return figure(say('distribution'), picture, [say('total'), say('people')], bins.map(bin => [`${bin.from}–${bin.from + step}`, bin.n]));
    }

    const share = (group, place) => {
      const max = data.dimensions[place].max;
      return group.length && max ? group.reduce((sum, row) => sum + (row.points[place] ?? 0), 0) / group.length / max * 100 : 0;
    };

    function profile() {
      const line = 46, left = 170, width = 820, height = data.dimensions.length * line + 40;
      const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' });
      const scale = value => value / 100 * (width - left - 70);
      const groups = [[say('onList'), listed, '#1f5fa8'], [say('everyone'), scored, '#a9b8ca']];
      groups.forEach(([name, , color], place) => picture.append(
        svg('rect', { x: left + place * 190, y: 6, width: 12, height: 12, fill: color }), label(left + 18 + place * 190, 17, name)));
      data.dimensions.forEach((dimension, place) => {
        const y = 34 + place * line;
        picture.append(label(left - 10, y + 20, `${dimension.id} ${dimension.name}`.slice(0, 13), { 'text-anchor': 'end' }));
        groups.forEach(([, group, color], offset) => {
          const value = share(group, place);
          picture.append(svg('rect', { x: left, y: y + offset * 16, width: scale(value), height: 13, fill: color }),
            label(left + scale(value) + 6, y + 11 + offset * 16, value.toFixed(1), { 'font-size': 11 }));
        });
      });
      return figure(say('profile'), picture, [say('name'), say('onList'), say('everyone')],
        data.dimensions.map((dimension, place) => [`${dimension.id} ${dimension.name}`, share(listed, place).toFixed(1), share(scored, place).toFixed(1)]));
    }

    function radar(row) {
      const count = data.dimensions.length;
      if (count < 3 || row.points.length < count) return null;
      const middle = 210, height = 330, center = 160, radius = 112;
      const point = (place, value) => {
        const angle = place / count * 2 * Math.PI - Math.PI / 2;
        return [middle + Math.cos(angle) * radius * value / 100, center + Math.sin(angle) * radius * value / 100];
      };
      const outline = values => values.map((value, place) => point(place, value).map(n => n.toFixed(1)).join(',')).join(' ');
      const picture = svg('svg', { viewBox: `0 0 420 ${height}`, role: 'img', style: 'max-width:460px' });
      for (const ring of [25, 50, 75, 100]) {
        picture.append(svg('polygon', { points: outline(data.dimensions.map(() => ring)), fill: 'none', stroke: '#d7dce2' }));
      }
      const own = data.dimensions.map((dimension, place) => dimension.max ? Math.max(0, row.points[place]) / dimension.max * 100 : 0);
      const mean = data.dimensions.map((_, place) => share(listed, place));
      picture.append(svg('polygon', { points: outline(mean), fill: 'none', stroke: '#8a5a00', 'stroke-dasharray': '5 3', 'stroke-width': 1.5 }),
        svg('polygon', { points: outline(own), fill: '#1f5fa833', stroke: '#1f5fa8', 'stroke-width': 2 }));
      data.dimensions.forEach((dimension, place) => {
        const [x, y] = point(place, 122);
        picture.append(label(x, y + 4, `${dimension.name.slice(0, 8)} ${own[place].toFixed(0)}`, {
          'text-anchor': x > middle + 5 ? 'start' : x < middle - 5 ? 'end' : 'middle' }));
      });
      picture.append(svg('line', { x1: 90, x2: 114, y1: height - 14, y2: height - 14, stroke: '#1f5fa8', 'stroke-width': 2 }), label(120, height - 10, say('this')),
        svg('line', { x1: 220, x2: 244, y1: height - 14, y2: height - 14, stroke: '#8a5a00', 'stroke-dasharray': '5 3' }), label(250, height - 10, say('onList')));
      return figure(say('radar'), picture, [say('name'), say('this'), say('onList')],
        data.dimensions.map((dimension, place) => [`${dimension.id} ${dimension.name}`, own[place].toFixed(1), mean[place].toFixed(1)]));
    }

    function drawCharts() {
      return el('section', {}, scored.length ? [distribution(), data.dimensions.length ? profile() : null] : el('p', {}, say('nothing')));
    }
    """#
}
