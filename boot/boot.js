// Starts the program, or says in plain words why it cannot start here.
// Written in the oldest JavaScript, so that an old browser reads it to the end and shows the sentence.
(function () {
  'use strict';
  var place = document.getElementById('boot');
  var running = false;
  var stopped = false;

  function clear(node) {
    while (node.firstChild) node.removeChild(node.firstChild);
  }

  function line(tag, className, text) {
    var node = document.createElement(tag);
    node.className = className;
    node.appendChild(document.createTextNode(text));
    return node;
  }

  function say(title, text) {
    clear(place);
    place.className = 'boot';
    place.setAttribute('role', 'alert');
    place.appendChild(line('p', 'boot__title', title));
    place.appendChild(line('p', 'boot__text', text));
  }

  function tooOld() {
    say('这个浏览器太旧，打不开绩评', '请用谷歌浏览器、微软 Edge、360 安全浏览器（极速模式）、奇安信或火狐浏览器的较新版本，重新打开这个文件。');
  }

  // After a panic nothing of the program may be called. What was saved stays in the browser.
  function stop(error) {
    if (stopped) return;
    stopped = true;
    document.body.appendChild(place);
    say('程序出错，停下来了', '已保存的内容还在这个浏览器里，最多丢失最后一秒的输入。请重新打开；若反复出现，请先在“全部报告”里下载备份。');
    place.className = 'boot boot--stopped';
    var button = line('button', 'boot__button', '重新打开');
    button.type = 'button';
    button.onclick = function () {
      location.reload();
    };
    place.appendChild(button);
    button.focus();
    if (window.console && console.error) console.error(error);
  }

  function isOurs(error) {
    return error && typeof WebAssembly === 'object' && WebAssembly.RuntimeError && error instanceof WebAssembly.RuntimeError;
  }

  if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function' || typeof wasm_bindgen === 'undefined') {
    tooOld();
    return;
  }

  window.addEventListener('error', function (event) {
    if (isOurs(event.error)) stop(event.error);
  });
  window.addEventListener('unhandledrejection', function (event) {
    if (isOurs(event.reason)) stop(event.reason);
  });

  function packed() {
    var text = document.getElementById('program').textContent;
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    var raw = atob(text);
    var array = new Uint8Array(raw.length);
    for (var i = 0; i < raw.length; i++) array[i] = raw.charCodeAt(i);
    return array;
  }

  // The program is compiled while it is being unpacked.
  function program() {
    var stream = new Blob([packed()]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream, { headers: { 'Content-Type': 'application/wasm' } });
  }

  new Promise(function (resolve) {
    resolve(wasm_bindgen({ module_or_path: program() }));
  })
    .then(function () {
      running = true;
      place.parentNode.removeChild(place);
    })
    .catch(function (error) {
      if (running || isOurs(error)) stop(error);
      else if (error instanceof WebAssembly.CompileError) tooOld();
      else say('程序没有装载完整', '这个文件可能没有下载完。请重新下载或重新拷贝一份，再打开。');
    });
})();
