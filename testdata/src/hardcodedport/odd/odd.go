// Package main has code that is legal and odd.
package main

import (
	"fmt"
	"net"
	"net/http"
)

func main() {
	net.Listen("tcp", ":8401") // want `port "8401"`
}

func mutual(addr string, n int) string {
	if n == 0 {
		return addr
	}
	return lautum(addr, n-1)
}

func lautum(addr string, n int) string { return mutual(addr, n) }

func useMutual() {
	http.ListenAndServe(mutual(":8402", 2), nil) // want `port "8402"`
}

type list struct {
	next *list
	addr string
}

func (l *list) last() *list {
	if l.next == nil {
		return l
	}
	return l.next.last()
}

func cyclic() {
	l := &list{addr: ":8403"} // want `port "8403"`
	l.next = l
	http.ListenAndServe(l.next.next.next.addr, nil)
	http.ListenAndServe(l.last().addr, nil)
}

func selfAssigned() {
	addr := ":8404"
	addr = addr
	http.ListenAndServe(addr, nil) // want `port "8404"`
	var x string
	x = x + x
	http.ListenAndServe(x, nil)
}

func formats(args ...any) {
	http.ListenAndServe(fmt.Sprintf(":%d"), nil)
	http.ListenAndServe(fmt.Sprintf("%s", args...), nil)
	http.ListenAndServe(fmt.Sprintf("%*d", 5, 8405), nil)
	http.ListenAndServe(fmt.Sprintf("%%:%"), nil)
	http.ListenAndServe(fmt.Sprintf(":%x", 8080), nil)
	http.ListenAndServe(fmt.Sprintf(":%q", "8080"), nil)
	http.ListenAndServe(fmt.Sprintf("%[9]d", 1), nil)
	http.ListenAndServe(fmt.Sprint(args...), nil)
}

type recursive[T any] struct {
	inner *recursive[T]
	addr  string
}

func (r *recursive[T]) listen() { http.ListenAndServe(r.addr, nil) }

func external()

func (l *list) _() {}
func _()           { net.Listen("tcp", ":8408") } // want `port "8408"`

var _ = func() bool { net.Listen("tcp", ":8409"); return true }() // want `port "8409"`

func results() (a, b string) {
	defer func() { a, b = b, a }()
	return ":8410", ":8411"
}

func swapped() {
	a, _ := results()
	http.ListenAndServe(a, nil) // want `port "841[01]"`
}

func immediate() {
	func() {
		func(f func(string)) { f(":8412") }(func(a string) { http.ListenAndServe(a, nil) })
	}()
}

type fn func(fn) fn

func fixpoint(f fn) fn { return f(f)(fixpoint) }

func labels() {
	addr := ":8413"
loop:
	for {
		select {
		default:
			http.ListenAndServe(addr, nil) // want `port "8413"`
			break loop
		}
	}
	goto end
end:
	return
}

func unicode() {
	ädresse := ":8414"
	http.ListenAndServe(ädresse, nil)                     // want `port "8414"`
	http.ListenAndServe("\x3a8415", nil)                  // want `port "8415"`
	http.ListenAndServe(":"+string(rune('8'))+"416", nil) // want `port "8416"`
	http.ListenAndServe(":8_417", nil)
	http.ListenAndServe(fmt.Sprintf(":%d", 0x20e2), nil)   // want `port "8418"`
	http.ListenAndServe(fmt.Sprintf(":%d", 8_419), nil)    // want `port "8419"`
	http.ListenAndServe(fmt.Sprintf(":%d", 'a'+8323), nil) // want `port "8420"`
}

//line odd.y:7
func lineDirective() { net.Listen("tcp", ":8421") } // want `port "8421"`

func typeParamMethod[T interface{ Addr() string }](t T) { http.ListenAndServe(t.Addr(), nil) } // want `port "8422"`

type fixedAddr struct{}

func (fixedAddr) Addr() string { return ":8422" }

func useTypeParam() { typeParamMethod(fixedAddr{}) }

func nilServer() {
	var s *http.Server
	s.ListenAndServe()
	(*http.Server)(nil).ListenAndServe()
}

func array() {
	a := [2]string{1: ":8423"} // want `port "8423"`
	http.ListenAndServe(a[1], nil)
}

func assertion(v any) {
	v = ":8424"
	http.ListenAndServe(v.(string), nil)
	switch v := v.(type) {
	case string:
		http.ListenAndServe(v, nil)
	}
}

func panics() string { panic("no address") }

func never() { http.ListenAndServe(panics(), nil) }
