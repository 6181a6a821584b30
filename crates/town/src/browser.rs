//! A client that keeps its cookies, and what came back.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

/// A browser that keeps its cookies.
#[derive(Clone, Debug)]
pub struct Browser<'a> {
    pub(crate) web: &'a Router,
    /// Its cookies, by name.
    pub cookies: BTreeMap<String, String>,
    pub(crate) extra: Vec<(&'static str, String)>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// What it says.
    pub text: String,
}

impl Browser<'_> {
    /// Sends another header with everything.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.extra.push((name, value.to_owned()));
        self
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None, Body::empty()).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(fields).unwrap();
        self.send("POST", path, Some("application/x-www-form-urlencoded"), body.into()).await
    }

    /// Sends whatever it is.
    pub async fn send(&mut self, method: &str, path: &str, kind: Option<&str>, body: Body) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "exempel.se");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        for (name, value) in &self.extra {
            request = request.header(*name, value);
        }
        let response: Response = self.web.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        self.keep(&response);
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    fn keep(&mut self, response: &Response) {
        for line in response.headers().get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Answer {
    /// Where it leads.
    pub fn to(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |v| v.to_str().unwrap())
    }

    /// Holds the status.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }

    /// Holds that words stand on the page.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.text.contains(words), "no “{words}” in: {}", self.text);
        self
    }

    /// Holds that words do not stand on the page.
    #[track_caller]
    pub fn says_not(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words), "“{words}” in: {}", self.text);
        self
    }

    /// The value of a hidden field.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> &str {
        let begins = format!("<input type=\"hidden\" name=\"{name}\" value=\"");
        let after =
            self.text.rsplit_once(&begins).unwrap_or_else(|| panic!("no hidden {name}: {}", self.text)).1;
        after.split('"').next().unwrap()
    }
}
