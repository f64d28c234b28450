//! Builds and serves the one file on a loopback port. For looking at it here, not for publishing it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::time::Duration;

use crate::{Outcome, build};

/// The ports to try, in order.
const PORTS: RangeInclusive<u16> = 8080..=8179;

/// Serves until it is stopped.
pub fn serve() -> Outcome {
    let file = build::build()?;
    let page = std::fs::read(&file).map_err(|error| format!("{} cannot be read ({error}).", file.display()))?;
    let Some((listener, port)) = PORTS.into_iter().find_map(listen) else {
        let (first, last) = PORTS.into_inner();
        return Err(format!(
            "No port from {first} to {last} is free on 127.0.0.1. Stop another server and try again."
        ));
    };
    println!("\n浏览器打开 / address:        http://127.0.0.1:{port}/");
    println!("不用服务器，双击 / the file:  {}", file.display());
    println!("停止 / stop: Ctrl+C");
    let page: Arc<[u8]> = page.into();
    // Browsers open connections ahead that say nothing for a while; a thread each keeps the others going.
    for stream in listener.incoming().flatten() {
        let page = Arc::clone(&page);
        std::thread::spawn(move || {
            // A browser that has gone away is not an error of the server.
            let _ = answer(stream, &page);
        });
    }
    Ok(())
}

fn listen(port: u16) -> Option<(TcpListener, u16)> {
    TcpListener::bind(("127.0.0.1", port))
        .ok()
        .map(|listener| (listener, port))
}

fn answer(mut stream: TcpStream, page: &[u8]) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let Some(request) = lines.next().transpose()? else {
        return Ok(());
    };
    // The rest of the request is read and left aside: closing with unread bytes would reset the connection.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    stream.write_all(&response(&request, page))?;
    stream.flush()
}

/// The whole answer to a request line.
fn response(request: &str, page: &[u8]) -> Vec<u8> {
    let mut words = request.split(' ');
    let method = words.next().unwrap_or_default();
    let path = words
        .next()
        .unwrap_or_default()
        .split(['?', '#'])
        .next()
        .unwrap_or_default();
    let (status, body): (&str, &[u8]) = match (method, path) {
        ("GET" | "HEAD", "/" | "/index.html") => ("200 OK", page),
        ("GET" | "HEAD", _) => ("404 Not Found", b"There is one page here: /"),
        _ => ("405 Method Not Allowed", b"This server only gives a page."),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut bytes = head.into_bytes();
    if method != "HEAD" {
        bytes.extend_from_slice(body);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_is_given() {
        let cases = [
            ("GET / HTTP/1.1", "HTTP/1.1 200", true),
            ("GET /index.html?a#b HTTP/1.1", "HTTP/1.1 200", true),
            ("HEAD / HTTP/1.1", "HTTP/1.1 200", false),
            ("GET /../Cargo.toml HTTP/1.1", "HTTP/1.1 404", false),
            ("POST / HTTP/1.1", "HTTP/1.1 405", false),
            ("", "HTTP/1.1 405", false),
        ];
        for (request, status, has_page) in cases {
            let answer = String::from_utf8_lossy(&response(request, b"<page>")).into_owned();
            assert!(answer.starts_with(status), "{request}: {answer}");
            assert_eq!(answer.ends_with("\r\n\r\n<page>"), has_page, "{request}: {answer}");
        }
    }
}
