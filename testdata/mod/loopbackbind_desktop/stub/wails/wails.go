// Package wails is a stub of github.com/wailsapp/wails/v2: the signatures that tests use.
package wails

type App struct{ Title string }

func Run(options *App) error { return nil }
