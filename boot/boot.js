// Starts the program, or says in plain words why it cannot start here or why it has stopped.
// Written in the oldest JavaScript: an old browser must read it to its end to show the sentence.
// The words are the interface's own, so they are Chinese; they are set as text nodes, as the policy demands.
(function () {
  'use strict';
  var place = document.getElementById('boot');
  var stopped = false;

  function element(tag, className, text) {
    var node = document.createElement(tag);
    node.className = className;
    node.appendChild(document.createTextNode(text));
    return node;
  }

  function say(title, text) {
    while (place.firstChild) place.removeChild(place.firstChild);
    place.setAttribute('role', 'alert');
    place.appendChild(element('h1', 'boot__title', title));
    place.appendChild(element('p', 'boot__text', text));
  }

  function sayTooOld() {
    say(
      '这个浏览器打不开绩评',
      '请换用谷歌 Chrome 或微软 Edge（109 版起）、火狐 Firefox 的最新版，再打开这个文件。' +
        '360、奇安信等双核浏览器，请切换到极速模式。'
    );
  }

  function sayIncomplete() {
    say('这个文件不完整', '可能没有下载完，或者拷贝时出了错。请重新下载或重新拷贝一份，再打开。已保存的报告不受影响。');
  }

  function offer(word, action) {
    var button = element('button', 'boot__button', word);
    button.type = 'button';
    button.onclick = action;
    place.appendChild(button);
    return button;
  }

  // What the program left here last is a copy as it is kept, text or bytes: a header line, and below it the
  // project file.
  function download(name, kept) {
    var body = kept.slice(kept.indexOf(typeof kept === 'string' ? '\n' : 10) + 1);
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([body], { type: 'application/json' }));
    link.download = name;
    link.click();
  }

  // Pages over plain http have no clipboard, so the text is shown selected for copying as well.
  function copy(text) {
    var area = document.getElementById('boot-reason') || element('textarea', 'boot__reason', '');
    area.id = 'boot-reason';
    area.readOnly = true;
    area.setAttribute('aria-label', '出错信息');
    area.value = text;
    place.appendChild(area);
    area.focus();
    area.select();
    try {
      document.execCommand('copy');
    } catch (ignored) {
      // The text stays selected.
    }
  }

  // After a panic the page is covered, and the program is not called again: half-changed data could
  // be saved over a good draft.
  function stop(error) {
    if (stopped) return;
    stopped = true;
    var draft = window.jipingDraft;
    say(
      '程序出错，停下来了',
      '已经保存的内容还在这个浏览器里。请重新打开，接着写；最后一处改动可能要重新填一次。' +
        (draft ? '不放心的，先把这份报告下载到电脑上。' : '')
    );
    place.className = 'boot boot--full';
    var button = offer('重新打开', function () {
      location.reload();
    });
    if (draft) {
      offer('下载这份报告', function () {
        download(draft[0] + '.json', draft[1]);
      });
    }
    offer('打开后又出错？回到全部报告', function () {
      location.hash = '#/';
      location.reload();
    });
    offer('复制出错信息', function () {
      copy(String(window.jipingReason || error) + '\n' + navigator.userAgent);
    });
    for (var i = 0; i < document.body.children.length; i++) document.body.children[i].inert = true;
    place.inert = false;
    document.body.appendChild(place);
    document.title = '程序停下来了 · 绩评';
    button.focus();
    // A press that the program stopped at takes the focus away once more when it has been told everywhere.
    setTimeout(function () {
      button.focus();
    }, 0);
  }

  // A timer that fires after its owner has gone raises this before anything is touched.
  function isHarmless(error) {
    return /invoked recursively or after being dropped/.test(String(error && error.message));
  }

  // The one gate into the program. Whatever is thrown out of it has left it half way, and the gate is
  // shut. Browsers cannot be asked instead: Chromium 109 hides what went wrong from `window.onerror`
  // when it happened inside WebAssembly.
  function guarded(action) {
    return function () {
      if (stopped) return undefined;
      try {
        return action.apply(null, arguments);
      } catch (error) {
        if (!isHarmless(error)) stop(error);
        throw error;
      }
    };
  }

  function guardExports(exports) {
    var gates = {};
    for (var name in exports) gates[name] = typeof exports[name] === 'function' ? guarded(exports[name]) : exports[name];
    return gates;
  }

  // The glue asks the browser for the program once; that answer is the place to put the gate in.
  function guardNextInstance() {
    var instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = function (source, imports) {
      WebAssembly.instantiateStreaming = instantiate;
      return instantiate.call(WebAssembly, source, imports).then(function (made) {
        return { module: made.module, instance: { exports: guardExports(made.instance.exports) } };
      });
    };
  }

  // The newer way takes a sixth of the time.
  function bytes(text) {
    if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(text);
    var plain = atob(text);
    var made = new Uint8Array(plain.length);
    for (var i = 0; i < plain.length; i++) made[i] = plain.charCodeAt(i);
    return made;
  }

  function program() {
    var packed = bytes(document.getElementById('program').textContent);
    // The body of a response is at hand at once; a blob would be carried to another process and back.
    var stream = new Response(packed).body.pipeThrough(new DecompressionStream('gzip'));
    // With this type the browser compiles while it unpacks.
    return new Response(stream, { headers: { 'Content-Type': 'application/wasm' } });
  }

  if (
    typeof Promise !== 'function' ||
    typeof DecompressionStream !== 'function' ||
    typeof WebAssembly !== 'object' ||
    typeof WebAssembly.instantiateStreaming !== 'function'
  ) {
    sayTooOld();
    return;
  }

  guardNextInstance();
  new Promise(function (resolve) {
    resolve(wasm_bindgen({ module_or_path: program() }));
  }).then(
    function () {
      // Mounting may have emptied the body already.
      if (!stopped && place.parentNode) place.parentNode.removeChild(place);
    },
    function (error) {
      // Before Chromium 97 the policy's word for WebAssembly is unknown and the program may not be compiled.
      var isForbidden = error instanceof WebAssembly.CompileError && /disallowed|blocked/.test(error.message);
      if (isForbidden) sayTooOld();
      else if (!stopped) sayIncomplete();
      if (window.console) console.error(error);
    }
  );
})();
