// Package closedbyname closes all servers that it has in a map.
package closedbyname

import "net/http"

// listeners keeps its servers by name, where nobody else sees them.
type listeners struct{ servers map[string]*http.Server }

func (l *listeners) configure(addrs map[string]string, h http.Handler) {
	l.servers = make(map[string]*http.Server)
	for name, addr := range addrs {
		srv := &http.Server{Addr: addr, Handler: h}
		l.servers[name] = srv
	}
}

func (l *listeners) start() {
	for _, srv := range l.servers {
		go srv.ListenAndServe() // want "only stopped abruptly .Close., never by Shutdown"
	}
}

func (l *listeners) stop() {
	for _, srv := range l.servers {
		srv.Close()
	}
}
