// Package brief has servers whose requests nobody can lose, and one beside each whose
// requests are like others.
package brief

import (
	"io"
	"net"
	"net/http"

	"golang.org/x/net/websocket"
)

// Every request becomes a connection of its own.
func tunnels(addr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/tunnel", tunnel)
	mux.HandleFunc("/chat", func(w http.ResponseWriter, r *http.Request) { chat(w, r) })
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {})
	return http.ListenAndServe(addr, mux)
}

func tunnel(w http.ResponseWriter, r *http.Request) {
	h, ok := w.(http.Hijacker)
	if !ok {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	conn, _, err := h.Hijack()
	if err != nil {
		return
	}
	go io.Copy(conn, conn)
}

func chat(w http.ResponseWriter, r *http.Request) {
	if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
		go io.Copy(conn, conn)
	}
}

// One of the routes answers by itself.
func tunnelsAndPages(addr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/tunnel", tunnel)
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(w, r.Body) })
	return http.ListenAndServe(addr, mux) // want "gives no handle"
}

// proxy takes over what is to be a tunnel, and nothing else.
type proxy struct{ next http.Handler }

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodConnect {
		tunnel(w, r)
		return
	}
	p.next.ServeHTTP(w, r)
}

func proxies(addr string, next http.Handler) error {
	return http.ListenAndServe(addr, &proxy{next}) // want "gives no handle"
}

// resolver answers DNS over HTTP.
type resolver struct{ upstream string }

const message = "application/dns-message"

func (s resolver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Content-Type") != message {
		return
	}
	c, err := net.Dial("udp", s.upstream)
	if err != nil {
		return
	}
	defer c.Close()
	_, _ = io.Copy(c, r.Body)
	w.Header().Set("Content-Type", message)
	_, _ = io.Copy(w, c)
}

func resolve(l net.Listener) error {
	srv := &http.Server{Handler: resolver{upstream: "192.0.2.53:53"}}
	return srv.ServeTLS(l, "cert.pem", "key.pem")
}

// The websockets of x/net have handlers of their own kind.
func sockets(addr string) error {
	mux := http.NewServeMux()
	mux.Handle("/feed", &websocket.Server{Handler: feed})
	mux.Handle("/echo", websocket.Handler(func(ws *websocket.Conn) { _ = ws.Close() }))
	return http.ListenAndServe(addr, mux)
}

func feed(ws *websocket.Conn) { _ = ws.Close() }

func onlySockets(addr string) error { return http.ListenAndServe(addr, websocket.Handler(feed)) }

func socketsAndPages(addr string) error {
	mux := http.NewServeMux()
	mux.Handle("/feed", websocket.Handler(feed))
	mux.Handle("/", http.FileServer(http.Dir(".")))
	return http.ListenAndServe(addr, mux) // want "gives no handle"
}
