module github.com/wailsapp/wails/v2

go 1.22
