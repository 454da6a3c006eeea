// Package systray is a stub of github.com/getlantern/systray: the signatures that tests use.
package systray

func Run(onReady, onExit func()) {}
