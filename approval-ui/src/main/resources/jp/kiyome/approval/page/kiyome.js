// Keys and progress. Every page does all that it does without this.
'use strict';

const field = element => element.closest('input, textarea, select, [contenteditable]') !== null;

const links = () => [...document.querySelectorAll('main tbody th a')];

const step = by => {
  const all = links();
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) {
    next.focus();
  }
};

const help = document.getElementById('keys');
const open = document.getElementById('keys-open');
const use = document.getElementById('keys-use');

// Who dictates, or whose keys mean something else, turns them off (WCAG 2.2, 2.1.4).
const inUse = () => localStorage.getItem('kiyome-keys') !== 'off';

const meanings = {
  '/': () => document.querySelector('form[role=search] input, form[role=search] select')?.focus(),
  j: () => step(1),
  k: () => step(-1),
  '?': () => help.showModal(),
  Escape: () => history.back()
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || help.open) {
    return;
  }
  if (field(event.target)) {
    if (event.key === 'Escape') {
      event.target.blur();
    }
    return;
  }
  if (inUse() && Object.hasOwn(meanings, event.key)) {
    event.preventDefault();
    meanings[event.key]();
  }
});

open.hidden = false;
open.addEventListener('click', () => help.showModal());
use.checked = inUse();
use.addEventListener('change', () => localStorage.setItem('kiyome-keys', use.checked ? 'on' : 'off'));

const taking = document.getElementById('taking');
if (taking) {
  const shown = document.getElementById('sending');
  const bar = shown.querySelector('progress');
  const told = document.getElementById('told');
  taking.addEventListener('submit', event => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    const end = text => {
      shown.hidden = true;
      told.textContent = text;
    };
    request.upload.addEventListener('progress', sent => {
      bar.value = sent.total ? 100 * sent.loaded / sent.total : 0;
    });
    request.upload.addEventListener('load', () => { told.textContent = told.dataset.working; });
    request.addEventListener('abort', () => end(told.dataset.cancelled));
    request.addEventListener('error', () => end(told.dataset.failed));
    request.addEventListener('load', () => {
      if (request.status < 400) {
        location.assign(request.responseURL);
      } else {
        end(told.dataset.failed);
      }
    });
    shown.querySelector('button').onclick = () => request.abort();
    told.textContent = '';
    bar.value = 0;
    shown.hidden = false;
    request.open('POST', taking.action);
    request.send(new FormData(taking));
  });
}

// A job at work is looked at again and again; its page has a link that does the same.
const live = document.getElementById('live');
if (live) {
  const pause = 3000;
  const look = async () => {
    const answer = await fetch(location.href);
    const text = answer.ok ? await answer.text() : '';
    const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('live');
    if (fresh) {
      live.replaceChildren(...fresh.childNodes);
      setTimeout(look, pause);
    } else {
      location.reload();
    }
  };
  setTimeout(look, pause);
}
