//! One connection, from its first byte to its last.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::ConnectInfo;
use axum::http::{Request, Response};
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_io_timeout::TimeoutStream;

use super::closing::Closing;
use super::doors::{Answering, Place};
use crate::meters::Ended;

/// When the server stops, how long a connection without a request has to go by itself.
const GOODBYE: Duration = Duration::from_secs(1);

/// Answers the requests of a connection until it ends, has to leave, or the server stops.
pub(super) async fn answer(
    stream: TcpStream,
    peer: SocketAddr,
    routes: Router,
    place: Place,
    closing: watch::Receiver<bool>,
) {
    let place = Arc::new(place);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(place.limits().writing));
    let routes = TowerToHyperService::new(routes);
    let mut closing = Closing::new(closing);
    let told = closing.clone();
    let service = service_fn(|request: Request<Incoming>| {
        let answering = place.begin();
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        request.extensions_mut().insert(told.clone());
        let answered = routes.call(request);
        async move {
            let response: Response<Body> = answered.await?;
            Ok::<_, Infallible>(response.map(|body| Held { body, _answering: answering }))
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(place.head)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    let mut connection = pin!(connection);
    tokio::select! {
        ended = connection.as_mut() => place.ended(how(&ended)),
        // The meters have counted it already.
        () = place.has_to_leave() => if place.is_answering() {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        },
        () = closing.told() => {
            connection.as_mut().graceful_shutdown();
            finish(connection, &place).await;
        }
    }
}

/// What has begun is finished; a head that comes in small pieces has not begun.
async fn finish(connection: Pin<&mut impl Future<Output = hyper::Result<()>>>, place: &Place) {
    let mut connection = connection;
    loop {
        match tokio::time::timeout(GOODBYE, connection.as_mut()).await {
            Ok(_) => return place.ended(Ended::Stopped),
            Err(_) if place.is_answering() => {}
            Err(_) => return place.ended(Ended::CutOff),
        }
    }
}

fn how(ended: &hyper::Result<()>) -> Ended {
    match ended {
        Ok(()) => Ended::Finished,
        Err(why) if why.is_timeout() => Ended::TimedOut,
        Err(_) => Ended::Broken,
    }
}

/// An answer on its way: as long as it is not all written, the connection is not waiting.
struct Held {
    body: Body,
    _answering: Answering,
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
