// Command viperflagsetone sets another flag from the environment.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
	"github.com/spf13/viper"
)

var listen string

func main() {
	cmd := &cobra.Command{
		Use:              "viperflagsetone",
		PersistentPreRun: func(cmd *cobra.Command, _ []string) { fill(cmd) },
		Run: func(*cobra.Command, []string) {
			http.ListenAndServe(listen, http.FileServer(http.Dir("."))) // want `it comes from flag -listen`
		},
	}
	cmd.PersistentFlags().StringVar(&listen, "listen", ":8080", "address")
	cmd.Execute()
}

func fill(cmd *cobra.Command) {
	v := viper.New()
	v.AutomaticEnv()
	_ = cmd.Flags().Set("name", v.GetString("name"))
}
