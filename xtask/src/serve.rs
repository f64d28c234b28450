//! Builds and serves the one file on a loopback port.

use tiny_http::{Header, Response, Server};

use crate::{Outcome, build};

/// The first port to try, and how many after it.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// Serves until it is stopped.
pub fn serve() -> Outcome {
    let file = build::build()?;
    let page = std::fs::read(&file).map_err(|error| format!("dist/index.html cannot be read ({error})."))?;
    let (server, port) = PORTS
        .into_iter()
        .find_map(|port| Server::http(("127.0.0.1", port)).ok().map(|server| (server, port)))
        .ok_or(format!(
            "no port from {} to {} is free on 127.0.0.1; stop another server and try again.",
            PORTS.start,
            PORTS.end - 1
        ))?;
    println!("\n绩评 is served at   http://127.0.0.1:{port}/");
    println!("or without a server: open {}", file.display());
    println!("(stop with Ctrl+C)");
    for request in server.incoming_requests() {
        let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        let sent = if path == "/" || path == "/index.html" {
            let header = Header::from_bytes("Content-Type", "text/html; charset=utf-8");
            let mut response = Response::from_data(page.clone());
            if let Ok(header) = header {
                response.add_header(header);
            }
            request.respond(response)
        } else {
            request.respond(Response::empty(404))
        };
        // A browser that has gone away does not stop the server.
        let _ = sent;
    }
    Ok(())
}
