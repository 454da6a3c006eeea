module example.com/desktop

go 1.22

require (
	github.com/getlantern/systray v0.0.0
	github.com/pkg/browser v0.0.0
	github.com/wailsapp/wails/v2 v2.0.0
)

replace (
	github.com/getlantern/systray => ./stub/systray
	github.com/pkg/browser => ./stub/browser
	github.com/wailsapp/wails/v2 => ./stub/wails
)
